using Platform.Declarations.Schema;

namespace Platform.SdkGenerator.Schema;

/// <summary>One property.</summary>
internal sealed record Member(string Name, SchemaType Type, bool Optional)
{
    public bool Deprecated { get; init; }

    /// <summary>An input whose value is always marked secret.</summary>
    public bool Secret { get; init; }

    /// <summary>Left out of the C# classes on purpose, but known to the metadata.</summary>
    public bool Omitted { get; init; }

    public DefaultValue? Default { get; init; }
}
