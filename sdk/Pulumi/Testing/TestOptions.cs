namespace Pulumi.Testing;

/// <summary>What a test's deployment is called and whether it is a preview.</summary>
public class TestOptions
{
    /// <summary>The project. Default: <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The stack. Default: <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>The organization. Default: <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>The directory of the project. Default: none; asking for it throws.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>Whether it is a preview, in which outputs that the mocks do not give are unknown. Default: yes.</summary>
    public bool? IsPreview { get; set; }
}
