using System.Collections.Immutable;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Storage;
using Pulumi.Aws.BcmData;
using Pulumi.Aws.BcmData.Inputs;

namespace Platform.Components.Cost;

/// <summary>Every line of the bill, by resource and tag, once a day as Parquet in a bucket.</summary>
internal static class BillExport
{
    private const int KeepDays = 1096;
    private const string Table = "COST_AND_USAGE_REPORT";

    private const string Columns =
        "bill_billing_period_start_date, line_item_usage_account_id, line_item_usage_start_date, line_item_product_code, "
        + "line_item_usage_type, line_item_operation, line_item_resource_id, line_item_line_item_type, line_item_usage_amount, "
        + "line_item_unblended_cost, pricing_unit, product_region_code, resource_tags";

    public static void Build(string name, CostControlArgs args, CallerAccount account, Resource owner)
    {
        var bucket = new PrivateBucket($"{name}-bill", new()
        {
            ExpireDays = KeepDays,
            DestroyWithContent = args.DestroyWithContent,
            Grants = arn => Grants(arn, account),
        }, new ComponentResourceOptions { Parent = owner });

        new Export(name, new()
        {
            ExportDetails = new ExportExportArgs
            {
                Name = AwsName.Of($"{name}-bill", NameRule.CostExport),
                DataQueries = new ExportExportDataQueryArgs
                {
                    QueryStatement = $"SELECT {Columns} FROM {Table}",
                    TableConfigurations = new InputMap<ImmutableDictionary<string, string>>
                    {
                        [Table] = ImmutableDictionary<string, string>.Empty
                            .Add("INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY", "FALSE")
                            .Add("INCLUDE_RESOURCES", "TRUE")
                            .Add("INCLUDE_SPLIT_COST_ALLOCATION_DATA", "TRUE")
                            .Add("TIME_GRANULARITY", "DAILY"),
                    },
                },
                DestinationConfigurations = new ExportExportDestinationConfigurationArgs
                {
                    S3Destinations = new ExportExportDestinationConfigurationS3DestinationArgs
                    {
                        S3Bucket = bucket.BucketName,
                        S3Prefix = "bill",
                        S3Region = account.Region,
                        S3OutputConfigurations = new ExportExportDestinationConfigurationS3DestinationS3OutputConfigurationArgs
                        {
                            Format = "PARQUET", Compression = "PARQUET", OutputType = "CUSTOM", Overwrite = "OVERWRITE_REPORT",
                        },
                    },
                },
                RefreshCadences = new ExportExportRefreshCadenceArgs { Frequency = "SYNCHRONOUS" },
            },
        }, new CustomResourceOptions { Parent = owner });
    }

    private static IEnumerable<Statement> Grants(Output<string> bucketArn, CallerAccount account) =>
    [
        new Statement("WriteBill", "s3:GetBucketPolicy", "s3:PutObject")
        {
            Principal = Principal.Service("bcm-data-exports.amazonaws.com"),
            Resources = [bucketArn, Output.Format($"{bucketArn}/*")],
            Conditions =
            [
                new Condition("StringEquals", "aws:SourceAccount", account.Id),

                // The service lives in one region, wherever the bucket is.
                new Condition("ArnLike", "aws:SourceArn", Output.Format($"arn:{account.Partition}:bcm-data-exports:{GlobalRegion.Name}:{account.Id}:export/*")),
            ],
        },
    ];
}
