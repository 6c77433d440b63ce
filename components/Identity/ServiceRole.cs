using Pulumi.Aws.Iam;

namespace Platform.Components.Identity;

/// <summary>A role one AWS service may assume, in this account only, with exactly the statements given.</summary>
internal sealed class ServiceRole
{
    public ServiceRole(
        string name, string service, string description, CallerAccount account, CustomResourceOptions child, params Statement[] allows)
    {
        var role = new Role(name, new()
        {
            Description = description,
            AssumeRolePolicy = PolicyText.TrustOf(service, account),
        }, child);
        Arn = role.Arn;

        if (allows.Length > 0)
        {
            var policy = new RolePolicy(name, new() { Role = role.Name, Policy = PolicyText.Of(allows) }, child);

            // Whoever uses the role waits for its rights: AWS checks them the moment a service is given the role.
            Arn = Output.Tuple(role.Arn, policy.Id).Apply(both => both.Item1);
        }

        Name = role.Name;
    }

    public Output<string> Arn { get; }

    public Output<string> Name { get; }
}
