namespace Platform.SdkGenerator.CSharp.Naming;

/// <summary>Name of a constructor parameter: the runtime finds its value by it, so it is the one on the wire where C# allows that.</summary>
internal static class ParameterName
{
    public static string Of(string wire)
    {
        var name = Plain(wire);
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>The attribute that tells the runtime the name on the wire where a parameter cannot have it.</summary>
    public static string WireName(string wire) => Plain(wire) == wire ? "" : $"[OutputConstructorParameter(\"{wire}\")] ";

    private static string Plain(string wire) => wire.TrimStart('$').Replace('-', '_');

    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];
}
