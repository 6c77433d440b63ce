namespace Platform.SdkGenerator.Schema;

internal sealed record ObjectModel(ObjectRole Role, string Module, string Name, IReadOnlyList<Member> Members);

/// <summary>What a nested object is used for; each role is a class of its own.</summary>
internal enum ObjectRole
{
    /// <summary>In the arguments of a resource.</summary>
    Input,

    /// <summary>In the plain arguments of a function.</summary>
    PlainInput,

    /// <summary>In the arguments of a function that accept outputs.</summary>
    FunctionInput,

    /// <summary>In the outputs of a resource.</summary>
    Output,

    /// <summary>In the result of a function.</summary>
    Result,
}
