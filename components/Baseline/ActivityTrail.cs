using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability;
using Pulumi.Aws.CloudTrail;
using Pulumi.Aws.CloudTrail.Inputs;
using Selector = Pulumi.Aws.CloudTrail.Inputs.TrailAdvancedEventSelectorArgs;
using Where = Pulumi.Aws.CloudTrail.Inputs.TrailAdvancedEventSelectorFieldSelectorArgs;

namespace Platform.Components.Baseline;

/// <summary>Who called which API of the account, in every region: a year to search and raise alarms on, seven to look up.</summary>
internal static class ActivityTrail
{
    /// <summary>Registers the trail; the name of the log group it writes to.</summary>
    public static Output<string> Build(BaselineSite site, AccountRecords records)
    {
        var logs = new LogStream($"{site.Name}-trail", new() { KeyArn = records.KeyArn, RetentionDays = site.TrailLogDays }, site.Within);
        var writer = new ServiceRole(
            $"{site.Name}-trail", "cloudtrail.amazonaws.com", "Writes the trail of the account to its log", site.Account, site.Child,
            new Statement("Log", "logs:CreateLogStream", "logs:PutLogEvents") { Resources = [Output.Format($"{logs.Arn}:*")] });

        new Trail($"{site.Name}-trail", new()
        {
            Name = AwsName.Of(site.Name, NameRule.Trail),
            S3BucketName = records.Bucket.BucketName,
            KmsKeyId = records.KeyArn,
            IsMultiRegionTrail = true,
            IncludeGlobalServiceEvents = true,
            EnableLogFileValidation = true,
            CloudWatchLogsGroupArn = Output.Format($"{logs.Arn}:*"),
            CloudWatchLogsRoleArn = writer.Arn,
            AdvancedEventSelectors = Selectors(site.Args.Closely, records.Bucket.Arn),
            InsightSelectors =
            [
                new TrailInsightSelectorArgs { InsightType = "ApiCallRateInsight" },
                new TrailInsightSelectorArgs { InsightType = "ApiErrorRateInsight" },
            ],
        }, site.Child);
        return logs.GroupName;
    }

    private static List<Selector> Selectors(bool data, Output<string> ownBucketArn)
    {
        var selectors = new List<Selector> { new() { Name = "Management", FieldSelectors = [Is("eventCategory", "Management")] } };
        if (data)
        {
            selectors.Add(new Selector
            {
                Name = "Objects",
                FieldSelectors =
                [
                    Is("eventCategory", "Data"),
                    Is("resources.type", "AWS::S3::Object"),

                    // The trail writes to this bucket: a record of each record would never end.
                    new Where { Field = "resources.ARN", NotStartsWiths = [Output.Format($"{ownBucketArn}/")] },
                ],
            });
            selectors.Add(new Selector
            {
                Name = "Functions",
                FieldSelectors = [Is("eventCategory", "Data"), Is("resources.type", "AWS::Lambda::Function")],
            });
        }

        return selectors;
    }

    private static Where Is(string field, string value) => new() { Field = field, Equals = [value] };
}
