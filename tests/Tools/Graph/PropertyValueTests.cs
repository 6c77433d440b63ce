using Platform.Graph;

namespace Platform.Tests.Tools.Graph;

public class PropertyValueTests
{
    public static TheoryData<PropertyValue, PropertyValue, bool> Pairs => new()
    {
        { PropertyValue.Of("a"), PropertyValue.Of("a"), true },
        { PropertyValue.Of("1"), PropertyValue.Of(1), false },
        { PropertyValue.Null, PropertyValue.Null, true },
        { PropertyValue.Null, PropertyValue.Unknown, false },
        { PropertyValue.Secret, PropertyValue.Secret, true },
        { List("a", "b"), List("a", "b"), true },
        { List("a", "b"), List("b", "a"), false },
        { List("a"), List("a", "b"), false },
        { Map(("a", List("x")), ("b", PropertyValue.Null)), Map(("b", PropertyValue.Null), ("a", List("x"))), true },
        { Map(("a", PropertyValue.Of(true))), Map(("a", PropertyValue.Of(false))), false },
        { Map(("a", PropertyValue.Null)), MapValue.Empty, false },
        { new AssetValue(AssetSource.Text, "x"), new AssetValue(AssetSource.Path, "x"), false },
        { new ArchiveValue(null, "", Map(("a", new AssetValue(AssetSource.Text, "x")))), new ArchiveValue(null, "", Map(("a", new AssetValue(AssetSource.Text, "x")))), true },
        { new ReferenceValue("urn:a", "1"), new ReferenceValue("urn:a", null), false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Compares_by_content(PropertyValue left, PropertyValue right, bool equal)
    {
        Assert.Equal(equal, left.Equals(right));
        Assert.True(!equal || left.GetHashCode() == right.GetHashCode());
    }

    [Fact]
    public void Is_asked_without_casts()
    {
        var value = Map(("list", List("a")), ("number", PropertyValue.Of(2)), ("flag", PropertyValue.Of(true)));

        Assert.Equal("a", value["list"]![0]!.AsText);
        Assert.Equal((2d, true), (value["number"]!.AsNumber, value["flag"]!.AsBool));
        Assert.Null(value["absent"]?.AsText);
        Assert.Null(value["list"]![1]);
        Assert.Null(value["number"]!.AsText);
        Assert.Empty(value["flag"]!.AsList);
        Assert.Empty(PropertyValue.Unknown.AsMap);
    }

    [Theory]
    [InlineData("", "plain", "plain")]
    [InlineData("a", "b", "a.b")]
    [InlineData("a", "b.c", "a[\"b.c\"]")]
    [InlineData("a", "say \"hi\"\\", "a[\"say \\\"hi\\\"\\\\\"]")]
    [InlineData("a", "0", "a[\"0\"]")]
    [InlineData("", "a/b", "[\"a/b\"]")]
    public void Writes_paths_as_pulumi_does(string path, string key, string result) => Assert.Equal(result, PropertyPath.Member(path, key));

    private static PropertyValue List(params string[] items) => PropertyValue.Of(items.Select(PropertyValue.Of));

    private static MapValue Map(params (string Key, PropertyValue Value)[] members) =>
        PropertyValue.Of(members.Select(member => KeyValuePair.Create(member.Key, member.Value)));
}
