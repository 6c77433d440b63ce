namespace Platform.Tests.Api;

/// <summary>
/// The program compiles against the bundled SDK and against the official one: it may only use what both have, and users' programs may
/// use whatever the official one has.
/// </summary>
public class OfficialApiTests
{
    private const string Runtime = "Platform.Pulumi";

    private static readonly string List = Read("official-members.txt");

    private static readonly OfficialMembers Official = OfficialMembers.Parse(List);

    /// <summary>What objects, structs and delegates have anyway.</summary>
    private static readonly string[] OfEveryType = ["Equals", "GetHashCode", "ToString", "BeginInvoke", "EndInvoke"];

    private static IReadOnlySet<ApiMember> Offered => PublicMembers.Read(Assembly(Runtime));

    [Theory]
    [InlineData("Platform.Components"), InlineData("Platform.Stacks"), InlineData("infra"), InlineData("Platform.Tests")]
    public void The_program_and_its_tests_use_only_members_that_the_official_SDK_has(string assembly)
    {
        var used = UsedMembers.Read(Assembly(assembly), Runtime);

        Assert.NotEmpty(used);
        Assert.True(Strangers(Official, used) is [], Advice(assembly, Strangers(Official, used)));
    }

    [Fact]
    public void A_member_that_is_not_official_is_found_and_named()
    {
        var used = UsedMembers.Read(Assembly("Platform.Components"), Runtime);
        var shorter = OfficialMembers.Parse(List
            .Replace("RegisterOutputs() ", "", StringComparison.Ordinal)
            .Replace("Apply<R>(Func<T,R>)", "", StringComparison.Ordinal));

        Assert.Equal(["Pulumi.ComponentResource RegisterOutputs()", "Pulumi.Output`1 Apply`1(Func<!0,!!0>)"], Strangers(shorter, used));
    }

    [Theory]
    [InlineData("Pulumi.CustomResourceOptions", "DependsOn:set", "InputList<Resource>", true)]
    [InlineData("Pulumi.CustomResourceOptions", "DependsOn:set", "List<Resource>", false)]
    [InlineData("Pulumi.InputList`1", "!0->Input<!0>", null, true)]
    [InlineData("Pulumi.CustomResourceOptions", "Providers:get", "List<ProviderResource>", false)]
    public void A_member_counts_with_its_type_and_where_it_is_inherited(string type, string signature, string? valueType, bool official) =>
        Assert.Equal(official, Official.Has(new(type, signature, valueType)));

    [Fact]
    public void A_type_that_is_not_official_is_found_and_named_with_its_members()
    {
        var used = UsedMembers.Read(Assembly("infra"), Runtime);
        var shorter = OfficialMembers.Parse(List.Replace("\nPulumi.Deployment\n", "\nPulumi.Elsewhere\n", StringComparison.Ordinal));

        var strangers = Strangers(shorter, used);

        Assert.Equal("Pulumi.Deployment", strangers[0]);
        Assert.Contains(strangers, stranger => stranger.StartsWith("Pulumi.Deployment RunAsync", StringComparison.Ordinal));
        Assert.Contains("infra uses Pulumi.Deployment", Advice("infra", strangers), StringComparison.Ordinal);
    }

    [Fact]
    public void The_runtime_has_every_official_member()
    {
        var ours = Offered.SelectMany(member => new[] { member, member with { ValueType = null } }).ToHashSet();
        var missing = Official.All.Where(member => !ours.Contains(member)).Select(member => member.ToString()).ToHashSet();
        var accepted = AcceptedGaps();

        Assert.True(missing.IsSubsetOf(accepted), "The runtime lacks official members:\n" + Lines(missing.Except(accepted)));
        Assert.True(accepted.IsSubsetOf(missing), "runtime-gaps.txt names members that the runtime has:\n" + Lines(accepted.Except(missing)));
    }

    [Fact]
    public void The_runtime_offers_nothing_that_the_official_SDK_lacks()
    {
        var strangers = Strangers(Official, Offered.Where(member => member.Signature is null || !OfEveryType.Contains(member.Signature.Split('(')[0])));

        Assert.True(strangers is [], "Only our runtime has, so make it internal:\n" + Lines(strangers));
    }

    [Fact]
    public void Every_official_member_that_the_list_of_the_SDK_lacks_comes_with_a_source()
    {
        var younger = List[List.IndexOf("# Known to be missing", StringComparison.Ordinal)..].Split('\n').Skip(1).Where(line => line.Length > 0);

        Assert.All(string.Join('\n', younger).Split("source ")[1..], block =>
        {
            Assert.StartsWith("https://", block, StringComparison.Ordinal);
            Assert.NotEmpty(OfficialMembers.Parse("source " + block).All);
        });
        Assert.StartsWith("source ", younger.First(), StringComparison.Ordinal);
    }

    private static string[] Strangers(OfficialMembers official, IEnumerable<ApiMember> used) =>
        [.. used.Where(member => !official.Has(member)).Select(member => member.ToString()).Distinct().Order(StringComparer.Ordinal)];

    private static string Advice(string assembly, IEnumerable<string> strangers) =>
        Lines(strangers.Select(stranger => $"{assembly} uses {stranger}, which the official SDK does not have."))
        + "Use an official member instead. If the official SDK has it by now, add it to tests/Platform/Api/official-members.txt, below the page that tells of it.";

    private static HashSet<string> AcceptedGaps() => Read("runtime-gaps.txt").Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(" # ") is [var gap, { Length: > 0 }] ? gap : throw new FormatException($"runtime-gaps.txt: '{line}' has no reason."))
        .ToHashSet();

    private static string Lines(IEnumerable<string> texts) => string.Concat(texts.Order(StringComparer.Ordinal).Select(text => text + "\n"));

    private static string Assembly(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Api", file));
}
