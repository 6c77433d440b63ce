using Platform.Components.Naming;

namespace Platform.Tests.Naming;

public class AwsNameTests
{
    private static readonly NameRule Short = new(20);

    [Theory]
    [InlineData("platform-dev-entry", "platform-dev-entry")]
    [InlineData("platform-production-entry", "platform-pr-e8f107ab")]
    [InlineData("platform_dev_entry", "platform-de-1d1bd04e")]
    public void Keeps_a_name_that_fits_and_hashes_one_that_does_not(string wanted, string name) =>
        Assert.Equal(name, AwsName.Fit(wanted, Short));

    [Fact]
    public void Obeys_every_rule_whatever_is_wanted()
    {
        NameRule[] rules =
        [
            NameRule.LoadBalancer, NameRule.TargetGroup, NameRule.KeyAlias, NameRule.EcsName, NameRule.Repository,
            NameRule.DatabaseInstance, NameRule.ReplicationGroup, NameRule.CacheUser, NameRule.Schedule,
        ];
        string[] wanted = ["platform-dev-entry", "9lives", "UPPER", "a__b", "--", "ünïcödé", new string('a', 300), "a-" + new string('-', 60) + "b"];

        foreach (var rule in rules)
        {
            foreach (var name in wanted.Select(want => AwsName.Fit(want, rule)))
            {
                Assert.InRange(name.Length, 1, rule.Max);
                Assert.Matches("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", name);
                Assert.True(!rule.LowerCase || !name.Any(char.IsAsciiLetterUpper), name);
                Assert.True(!rule.LetterFirst || char.IsAsciiLetter(name[0]), name);
            }
        }
    }

    [Fact]
    public void Two_names_never_become_one()
    {
        var wanted = new[] { "a.b", "a-b", "a_b", "A-b", "a--b", new string('a', 40), new string('a', 41) };

        Assert.Distinct(wanted.Select(name => AwsName.Fit(name, NameRule.DatabaseInstance with { Max = 20 })));
    }
}
