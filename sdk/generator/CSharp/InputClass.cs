using Platform.SdkGenerator.Schema;

namespace Platform.SdkGenerator.CSharp;

/// <summary>An input class to write.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">The type it stands for, as <c>module.Type</c>.</param>
/// <param name="Role">What it is used for.</param>
/// <param name="Members">Its members, with or without those left out.</param>
internal sealed record InputClass(string Namespace, string Name, string Owner, ObjectRole Role, IReadOnlyList<Member> Members)
{
    /// <summary>Not sealed, as the argument classes of Kubernetes.</summary>
    public bool Open { get; init; }

    /// <summary>Arguments of a provider: everything but strings travels as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Arguments of a function itself, in the form that takes outputs.</summary>
    public bool Invoke { get; init; }
}
