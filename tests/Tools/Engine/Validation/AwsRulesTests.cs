using Platform.Engine.Metadata;
using Platform.Engine.Validation;

namespace Platform.Tests.Tools.Engine.Validation;

/// <summary>The table of what AWS refuses holds only lines that can be judged and looked up.</summary>
public class AwsRulesTests
{
    public static TheoryData<string> Types => [.. AwsRules.Embedded.ByType.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_rule_is_about_inputs_there_are_and_names_its_source(string type)
    {
        var name = type.Split('/')[1];
        var resource = $"aws:{type}:{char.ToUpperInvariant(name[0])}{name[1..]}";
        var facts = TypeCatalog.Embedded.Resource(resource);

        Assert.True(facts is not null, $"{resource} is no known type");
        foreach (var rule in AwsRules.Embedded.ByType[type])
        {
            string[] inputs = rule.Kind is "excludes" or "needs" ? [rule.Property, .. rule.Argument.Split('|')] : [rule.Property];
            Assert.All(inputs, input => Assert.Contains(input, facts.Inputs.Keys));
            Assert.Contains(rule.Kind, AwsRule.Kinds);
            Assert.Matches("^https://(docs.aws.amazon.com|registry.terraform.io|github.com/hashicorp/terraform-provider-aws)/.+", rule.Source);
        }
    }

    [Fact]
    public void No_rule_stands_twice()
    {
        var lines = AwsRules.Embedded.ByType.SelectMany(pair => pair.Value.Select(rule => (pair.Key, rule.Property, rule.Kind))).ToList();

        Assert.Equal(lines.Count, lines.Distinct().Count());
    }
}
