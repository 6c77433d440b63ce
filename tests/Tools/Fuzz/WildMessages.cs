using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Platform.Tests.Tools.Fuzz;

/// <summary>Requests no runtime would send: well-formed messages with wild content. The same seed makes the same messages.</summary>
internal sealed class WildMessages(Random random)
{
    private const int Deepest = 60;
    private const int TooDeep = 500;   // beyond what a parser follows

    private static readonly string[] Words =
    [
        "", " ", "a", "network", "shop-dev", "\0", "a\0b", "ünïcode", "\uFFFD", "line\nline", "::", "$", "$$", "%", "../../etc/passwd", "{{}}", "[red]", "-1", "1e400",
        "aws:ec2/vpc:Vpc", "aws:s3/bucket:Bucket", "aws:iam/role:Role", "aws:rds/instance:Instance", "random:index/randomPassword:RandomPassword",
        "kubernetes:core/v1:ConfigMap", "pulumi:pulumi:Stack", "pulumi:pulumi:StackReference", "pulumi:providers:aws", "pulumi:pulumi:getResource",
        "aws:index/getRegion:getRegion", "aws:iam/getPolicyDocument:getPolicyDocument", "aws:ec2/getSubnets:getSubnets", "not a token", "a:b", "a:b:c:d",
        "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", "urn:pulumi:dev::shop::aws:ec2/vpc:Vpc::network", "urn:pulumi:::::", "urn:",
        "urn:pulumi:dev::shop::pulumi:providers:aws::here::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        ">=3.0.0 <4", "not a range", "999999999999999999999.0.0", "arn:aws:iam::123456789012:role/x", "10.0.0.0/16", "300.1.1.1/99", "eu-west-1",
    ];

    // Keys and kinds that make the engine look closer at a value.
    private static readonly string[] Keys =
    [
        "value", "dependencies", "urn", "id", "packageVersion", "text", "path", "uri", "assets", "hash", "name", "outputs", "statements", "actions", "tags",
        "cidrBlock", "bucket", "length", "region", "filters", "principals", "__provider", "__defaults", "4dabf18193072939515e22adb298388d", "",
    ];

    private static readonly string[] Signatures =
    [
        "1b47061264138c4ac30d75fd1eb44270", "d0e6a833031e9bbcd3f4e8bde6ca49a4", "c44067f5952c0a294b673a41bacd8c17",
        "0def7320c3a5731c473e5ecbe6d01bc7", "5cf8f73096256a8f31e491e813e4eb8e", "no such signature",
    ];

    // Nobody listens at any of these, and none asks a name server.
    private static readonly string[] Targets = ["", "127.0.0.1:1", "127.0.0.1:99999", "::", "127.0.0.1", "http://", "unix:///nowhere"];

    /// <summary>A message of a type with about half of its fields filled.</summary>
    public IMessage Create(MessageDescriptor type, int depth = 0)
    {
        if (type.FullName == Struct.Descriptor.FullName)
        {
            return Bag(depth);
        }

        if (type.FullName == Value.Descriptor.FullName)
        {
            return Anything(depth);
        }

        var message = type.Parser.ParseFrom([]);
        foreach (var field in type.Fields.InDeclarationOrder().Where(_ => random.Next(100) < 55))
        {
            Fill(message, field, depth);
        }

        return message;
    }

    private void Fill(IMessage message, FieldDescriptor field, int depth)
    {
        if (field.IsMap)
        {
            var map = (IDictionary)field.Accessor.GetValue(message);
            var (key, value) = (field.MessageType.Fields[1], field.MessageType.Fields[2]);
            for (var left = random.Next(4); left > 0; left--)
            {
                map[Single(key, depth)] = Single(value, depth);
            }
        }
        else if (field.IsRepeated)
        {
            var list = (IList)field.Accessor.GetValue(message);
            for (var left = random.Next(4); left > 0; left--)
            {
                list.Add(Single(field, depth));
            }
        }
        else
        {
            field.Accessor.SetValue(message, Single(field, depth));
        }
    }

    private object Single(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.String => field.Name == "target" ? Pick(Targets) : Word(),
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Bytes => ByteString.CopyFrom(Octets(random.Next(64))),
        FieldType.Double => Number(),
        FieldType.Float => (float)Number(),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => random.Next(int.MinValue, int.MaxValue),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => random.NextInt64(long.MinValue, long.MaxValue),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)random.NextInt64(uint.MaxValue),
        FieldType.UInt64 or FieldType.Fixed64 => (ulong)random.NextInt64(),
        FieldType.Enum => random.Next(-2, 40),
        FieldType.Message => depth > 3 ? field.MessageType.Parser.ParseFrom([]) : Create(field.MessageType, depth + 1),
        var other => throw new NotSupportedException($"{field.FullName} is a {other}, which no message of the protocol had so far"),
    };

    private Struct Bag(int depth)
    {
        var bag = new Struct();
        for (var left = depth > 6 ? 0 : random.Next(5); left > 0; left--)
        {
            bag.Fields[random.Next(3) == 0 ? Word() : Pick(Keys)] = Anything(depth + 1);
        }

        return bag;
    }

    private Value Anything(int depth) => (depth > 6 ? random.Next(4) : random.Next(9)) switch
    {
        0 => Value.ForNull(),
        1 => Value.ForBool(random.Next(2) == 0),
        2 => Value.ForNumber(Number()),
        3 => Value.ForString(Word()),
        4 => Value.ForStruct(Bag(depth + 1)),
        5 => Value.ForList([.. Enumerable.Range(0, random.Next(4)).Select(_ => Anything(depth + 1))]),
        6 => Signed(depth),
        7 => Nested(random.Next(random.Next(20) == 0 ? TooDeep : Deepest)),
        _ => new Value(),   // no kind at all
    };

    // A secret, an output, an asset, a resource reference …, with some members of other kinds.
    private Value Signed(int depth)
    {
        var bag = Bag(depth);
        bag.Fields["4dabf18193072939515e22adb298388d"] = random.Next(12) == 0 ? Anything(depth + 1) : Value.ForString(Pick(Signatures));
        return Value.ForStruct(bag);
    }

    private Value Nested(int levels)
    {
        var value = Value.ForString(Word());
        for (; levels > 0; levels--)
        {
            value = levels % 2 == 0 ? Value.ForList(value) : Value.ForStruct(new Struct { Fields = { [Pick(Keys)] = value } });
        }

        return value;
    }

    private double Number() => random.Next(8) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => double.MinValue,
        3 => -0.0,
        4 => double.Epsilon,
        5 => 9_007_199_254_740_993,
        _ => random.Next(-10, 5_000),
    };

    private string Word() => random.Next(60) == 0 ? new string((char)random.Next('a', 'z'), random.Next(20_000)) : Pick(Words);

    private byte[] Octets(int count)
    {
        var octets = new byte[count];
        random.NextBytes(octets);
        return octets;
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
