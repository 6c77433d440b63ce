using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Placeholders;
using Platform.Engine.Placeholders.Services;
using Platform.Engine.Wire;
using Platform.Protocol;

namespace Platform.Engine.DataSources;

/// <summary>An answer that can be computed.</summary>
/// <param name="Result">The result; <c>null</c> if the question is refused.</param>
/// <param name="Assumption">What had to be supposed for it; <c>null</c> for an exact answer.</param>
/// <param name="Failure">Why the question is refused, in the provider's sense; <c>null</c> if it is not.</param>
internal sealed record BuiltInAnswer(Struct? Result, string? Assumption = null, CheckFailure? Failure = null);

/// <summary>Data sources whose answers follow from the arguments and the configuration.</summary>
internal static class BuiltInAnswers
{
    /// <summary>The answer; <c>null</c> if it cannot be computed.</summary>
    public static BuiltInAnswer? Find(string token, Struct args, CloudScope scope) => token switch
    {
        "aws:iam/getPolicyDocument:getPolicyDocument" => PolicyDocument.Answer(args),
        _ when scope.Region is null || scope.RegionIsAssumed => null,
        "aws:index/getPartition:getPartition" or "aws:getPartition:getPartition" => new(Partition(args, scope)),
        "aws:index/getRegion:getRegion" or "aws:getRegion:getRegion" => Region(args, scope),
        "aws:index/getAvailabilityZones:getAvailabilityZones" or "aws:getAvailabilityZones:getAvailabilityZones" => AvailabilityZones.Answer(args, scope.Region),
        _ => null,
    };

    // Only the account can be exact; who asks is decided by the credentials.
    /// <summary>Who asks, if the account is configured; <c>null</c> if it is not.</summary>
    public static Struct? CallerIdentity(Struct args, CloudScope scope, Forms forms)
    {
        if (scope.AccountIsAssumed || scope.Partition is null)
        {
            return null;
        }

        var result = args.Clone();
        var user = $"AROA{forms.Marked("userId").ToUpperInvariant()}:offline";
        var arn = $"arn:{scope.Partition}:sts::{scope.Account}:assumed-role/offline/{forms.Marked("arn")}";
        result.Fields["accountId"] = Value.ForString(scope.Account);
        result.Fields["id"] = Value.ForString(scope.Account);
        result.Fields["arn"] = Value.ForString(forms.Record("arn", arn));
        result.Fields["userId"] = Value.ForString(forms.Record("userId", user));
        return result;
    }

    private static Struct Partition(Struct args, CloudScope scope)
    {
        var result = args.Clone();
        result.Fields["id"] = Value.ForString(scope.Partition!);
        result.Fields["partition"] = Value.ForString(scope.Partition!);
        result.Fields["dnsSuffix"] = Value.ForString(scope.DnsSuffix!);
        result.Fields["reverseDnsPrefix"] = Value.ForString(string.Join('.', scope.DnsSuffix!.Split('.').Reverse()));
        return result;
    }

    private static BuiltInAnswer? Region(Struct args, CloudScope scope)
    {
        if (args.Fields.ContainsKey("endpoint"))
        {
            return null;   // a search by endpoint needs the list of all endpoints
        }

        var region = WireValue.Text(args, "name") ?? scope.Region!;
        var result = args.Clone();
        result.Fields["id"] = Value.ForString(region);
        result.Fields["name"] = Value.ForString(region);
        result.Fields["region"] = Value.ForString(region);
        result.Fields["endpoint"] = Value.ForString($"ec2.{region}.{CloudScope.PartitionOf(region).DnsSuffix}");
        result.Fields["description"] = Zones.Describe(region) is { } description ? Value.ForString(description) : WireValue.Unknown();
        return new(result);
    }
}
