using Platform.Components.Identity;

namespace Platform.Components.Baseline;

/// <summary>What CloudTrail and Config may do with the bucket of the records: look whose it is, and add to it, for this account only.</summary>
internal static class RecordRights
{
    public static IEnumerable<Statement> Of(Output<string> bucketArn, CallerAccount account)
    {
        foreach (var (sid, service) in new[] { ("Trail", "cloudtrail.amazonaws.com"), ("Config", "config.amazonaws.com") })
        {
            var ours = new Condition("StringEquals", "aws:SourceAccount", account.Id);
            yield return new Statement($"Look{sid}", "s3:GetBucketAcl", "s3:ListBucket")
            {
                Principal = Principal.Service(service), Resources = [bucketArn], Conditions = [ours],
            };
            yield return new Statement($"Write{sid}", "s3:PutObject")
            {
                Principal = Principal.Service(service),
                Resources = [Output.Format($"{bucketArn}/AWSLogs/{account.Id}/*")],
                Conditions = [ours, new Condition("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control")],
            };
        }
    }
}
