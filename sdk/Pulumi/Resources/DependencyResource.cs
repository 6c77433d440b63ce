namespace Pulumi;

/// <summary>A resource of which only the URN is known; something to depend on.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn)
        : base("pulumi:dependency:Resource", "")
    {
        Urn = Output.Create(urn);
        Id = Utilities.OutputUtilities.CreateUnknown("");
    }
}

/// <summary>A component of which only the URN is known.</summary>
internal sealed class DependencyComponent : ComponentResource
{
    public DependencyComponent(string urn)
        : base("pulumi:dependency:Component", "")
    {
        Urn = Output.Create(urn);
        IsRemote = true;   // its own URN is what others depend on; there are no children here
    }
}

/// <summary>A provider of which only the reference is known.</summary>
internal sealed class DependencyProvider : ProviderResource
{
    public DependencyProvider(string reference)
        : base(PackageIn(reference), "")
    {
        var split = reference.LastIndexOf("::", StringComparison.Ordinal);
        Urn = Output.Create(reference[..split]);
        var id = reference[(split + 2)..];
        Id = id == Serialization.Signatures.Unknown ? Utilities.OutputUtilities.CreateUnknown("") : Output.Create(id);
    }

    private static string PackageIn(string reference)
    {
        var type = Pulumi.Urn.TypeOf(reference[..reference.LastIndexOf("::", StringComparison.Ordinal)]);
        return type[(type.LastIndexOf(':') + 1)..];
    }
}
