using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Wire;

namespace Platform.Engine.DataSources;

/// <summary>Answers <c>getAvailabilityZones</c> from the table of regions.</summary>
internal static class AvailabilityZones
{
    /// <summary>The zones of a region; <c>null</c> if the question asks for more than the table knows.</summary>
    public static BuiltInAnswer? Answer(Struct args, string region)
    {
        if (Zones.Of(region) is not { } zones || !IsAboutOrdinaryZones(args))
        {
            return null;
        }

        var left = zones.Names.Zip(zones.Ids)
            .Where(zone => !Texts(args, "excludeNames").Contains(zone.First) && !Texts(args, "excludeZoneIds").Contains(zone.Second))
            .ToList();
        var result = args.Clone();
        result.Fields["id"] = Value.ForString(region);
        result.Fields["region"] = Value.ForString(region);
        result.Fields["groupNames"] = Value.ForList(Value.ForString(region));
        result.Fields["names"] = Value.ForList([.. left.Select(zone => Value.ForString(zone.First))]);
        result.Fields["zoneIds"] = Value.ForList([.. left.Select(zone => Value.ForString(zone.Second))]);
        return new(result, $"{region}: zones as AWS lists them for new accounts; an account may see others");
    }

    // Local zones and wavelength zones are not in the table, nor is anything unavailable.
    private static bool IsAboutOrdinaryZones(Struct args)
    {
        var state = WireValue.Text(args, "state");
        return state is null or "available"
            && !(args.Fields.TryGetValue("allAvailabilityZones", out var all) && all.BoolValue)
            && (!args.Fields.TryGetValue("filters", out var filters)
                || filters.KindCase == Value.KindOneofCase.ListValue && filters.ListValue.Values.All(IsOrdinary));
    }

    private static bool IsOrdinary(Value filter) =>
        filter.KindCase == Value.KindOneofCase.StructValue
        && Texts(filter.StructValue, "values") is var values
        && WireValue.Text(filter.StructValue, "name") switch
        {
            "opt-in-status" => values.Contains("opt-in-not-required"),
            "zone-type" => values.Contains("availability-zone"),
            "state" => values.Contains("available"),
            _ => false,
        };

    private static IReadOnlyCollection<string> Texts(Struct args, string name) =>
        args.Fields.TryGetValue(name, out var list) && list.KindCase == Value.KindOneofCase.ListValue
            ? [.. list.ListValue.Values.Select(WireValue.Text).OfType<string>()]
            : [];
}
