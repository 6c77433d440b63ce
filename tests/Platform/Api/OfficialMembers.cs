using System.Text.RegularExpressions;

namespace Platform.Tests.Api;

/// <summary>The members of the official SDK, read from a text in the form that <c>official-members.txt</c> explains.</summary>
internal sealed partial class OfficialMembers
{
    private readonly Dictionary<string, Dictionary<string, string?>> _types = [];
    private readonly Dictionary<string, string> _bases = [];

    private OfficialMembers()
    {
    }

    /// <summary>Every type and member, in the order of the text.</summary>
    public IEnumerable<ApiMember> All =>
        _types.SelectMany(type => type.Value.Select(member => new ApiMember(type.Key, member.Key, member.Value)).Prepend(new(type.Key)));

    public static OfficialMembers Parse(string text)
    {
        var members = new OfficialMembers();
        var block = new TypeBlock("", []);
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("source ", StringComparison.Ordinal)))
        {
            if (line[0] == ' ')
            {
                members.Add(block, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
            else
            {
                block = members.Open(line);
            }
        }

        return members;
    }

    /// <summary>Whether the official type, or one that it derives from, has the member, with the same type if that is known.</summary>
    public bool Has(ApiMember member)
    {
        if (!_types.TryGetValue(member.Type, out var members))
        {
            return false;
        }

        return member.Signature is null
            || (members.TryGetValue(member.Signature, out var valueType) && (valueType is null || valueType == member.ValueType))
            || (_bases.TryGetValue(member.Type, out var around) && Has(member with { Type = around }));
    }

    private TypeBlock Open(string line)
    {
        var (header, baseName) = line.Split(" : ") is [var first, var second] ? (first, second) : (line, null);
        var parameters = Parameters(header, out var name);
        var block = new TypeBlock(name + MemberNames.Arity(parameters.Length), parameters);
        _types.TryAdd(block.Name, []);
        if (baseName is not null)
        {
            // The arguments do not matter, and the one generic base there is has one parameter.
            _bases[block.Name] = "Pulumi." + (baseName.StartsWith("Input<", StringComparison.Ordinal) ? "Input`1" : baseName);
        }

        return block;
    }

    private void Add(TypeBlock block, IEnumerable<string> tokens)
    {
        var members = _types[block.Name];
        foreach (var member in tokens.SelectMany(token => Read(block, token)))
        {
            members.Add(member.Signature!, member.ValueType);
        }
    }

    private static IEnumerable<ApiMember> Read(TypeBlock block, string token)
    {
        var self = block.Name[(block.Name.LastIndexOf('.') + 1)..].Split('`')[0]
            + (block.Parameters.Length == 0 ? "" : $"<{string.Join(',', block.Parameters.Select((_, index) => $"!{index}"))}>");
        if (token is "==" or "!=")
        {
            return [new(block.Name, $"{(token == "==" ? "op_Equality" : "op_Inequality")}({self},{self})")];
        }

        var open = token.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return Property(block, token);
        }

        var methodParameters = Parameters(token[..open], out var name);
        var arguments = Numbered(token[(open + 1)..^1], block.Parameters, methodParameters);
        return name switch
        {
            "from" => [new(block.Name, MemberNames.Conversion(arguments, self))],
            "to" => [new(block.Name, MemberNames.Conversion(self, arguments))],
            "invoke" => [new(block.Name, ".ctor(object,IntPtr)"), new(block.Name, $"Invoke({arguments})")],
            _ => [new(block.Name, $"{name}{MemberNames.Arity(methodParameters.Length)}({arguments})")],
        };
    }

    private static IEnumerable<ApiMember> Property(TypeBlock block, string token)
    {
        var (declaration, type) = token.Split('=') is [var left, var right] ? (left, Numbered(right, block.Parameters, [])) : (token, null);
        return declaration.Contains(':', StringComparison.Ordinal)
            ? [new(block.Name, declaration, type)]
            : [new(block.Name, $"{declaration}:get", type), new(block.Name, $"{declaration}:set", type)];
    }

    private static string[] Parameters(string declaration, out string name)
    {
        var open = declaration.IndexOf('<', StringComparison.Ordinal);
        name = open < 0 ? declaration : declaration[..open];
        return open < 0 ? [] : declaration[(open + 1)..^1].Split(',');
    }

    private static string Numbered(string text, string[] ofType, string[] ofMethod) => Identifier().Replace(text, match =>
        Array.IndexOf(ofMethod, match.Value) is >= 0 and var method ? $"!!{method}"
        : Array.IndexOf(ofType, match.Value) is >= 0 and var type ? $"!{type}"
        : match.Value);

    [GeneratedRegex(@"[A-Za-z_][\w.]*")]
    private static partial Regex Identifier();

    private sealed record TypeBlock(string Name, string[] Parameters);
}
