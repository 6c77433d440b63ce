using Pulumi.Aws.Iam;

namespace Platform.Components.Accounts;

/// <summary>Puts one limit on every role a stack makes, also on those of a component written tomorrow.</summary>
public static class RoleBoundary
{
    /// <summary>Options of a stack whose roles all carry a boundary; a role that names one of its own keeps it.</summary>
    /// <param name="policyArn">The policy that limits them; null: none does.</param>
    public static StackOptions Options(string? policyArn)
    {
        var options = new StackOptions();
        if (policyArn is not null)
        {
            options.ResourceTransformations.Add(resource =>
            {
                if (resource.Args is not RoleArgs role)
                {
                    return null;
                }

                role.PermissionsBoundary ??= policyArn;
                return new ResourceTransformationResult(role, resource.Options);
            });
        }

        return options;
    }
}
