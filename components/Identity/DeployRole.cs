using System.Collections.Immutable;
using Pulumi.Aws.Iam;

namespace Platform.Components.Identity;

/// <summary>
/// The role that deploys one environment. GitHub's runs of one repository and environment may take it, nobody holds a key for it, it may do
/// what its list says in its regions, and every role it makes is bounded.
/// </summary>
public sealed class DeployRole : ComponentResource
{
    private const string Issuer = "token.actions.githubusercontent.com";

    /// <summary>Registers identity provider, role and policies.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">Repository or environment have no such form, or the actions do not fit into a role.</exception>
    public DeployRole(string name, DeployRoleArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:DeployRole", name, args, options)
    {
        Check(args);
        var child = new CustomResourceOptions { Parent = this };
        var account = CallerAccount.Of(this);
        var provider = args.IdentityProviderArn is { } existing ? Output.Create(existing) : new OpenIdConnectProvider(name, new()
        {
            Url = $"https://{Issuer}",
            ClientIdLists = ["sts.amazonaws.com"],
        }, child).Arn;

        var role = new Role(name, new()
        {
            Name = args.RoleName,
            Description = $"Deploys {args.Environment} from {args.Repository}",
            MaxSessionDuration = 7200,                    // a cluster alone takes a quarter of an hour, a restored database longer
            AssumeRolePolicy = Trust(args, provider, account),
        }, child);

        var documents = DeployPolicies.Of(args, account);
        this.Require(
            documents.Count <= DeployPolicies.MostPolicies,
            $"actions need {documents.Count} policies, but a role takes {DeployPolicies.MostPolicies}; split the environment into two programs with a role each.");
        foreach (var (document, number) in documents.Select((document, index) => (document, index + 1)))
        {
            var policy = new Policy($"{name}-{number}", new()
            {
                Name = $"{args.RoleName}-{number}",
                Description = $"Part {number} of what the role that deploys {args.Environment} may do",
                PolicyDocument = document,
            }, child);
            new RolePolicyAttachment($"{name}-{number}", new() { Role = role.Name, PolicyArn = policy.Arn }, child);
        }

        (RoleArn, IdentityProviderArn) = (role.Arn, provider);
        About = this.Declare(ServiceTier.Foundation, options);
        RegisterOutputs();
    }

    /// <summary>ARN to hand to <c>platform:account.assumeRole</c> and to the workflow.</summary>
    [Output("roleArn")] public Output<string> RoleArn { get; private set; }

    /// <summary>GitHub's identity provider, for other roles of the account.</summary>
    [Output("identityProviderArn")] public Output<string> IdentityProviderArn { get; private set; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    private static Output<string> Trust(DeployRoleArgs args, Output<string> provider, CallerAccount account) => PolicyText.Of(
        new Statement("Runs", "sts:AssumeRoleWithWebIdentity")
        {
            Principal = Principal.Federated(provider),
            Conditions =
            [
                new Condition("StringEquals", $"{Issuer}:aud", "sts.amazonaws.com"),
                new Condition("StringEquals", $"{Issuer}:sub", $"repo:{args.Repository}:environment:{args.Environment}"),
            ],
        },

        // The program names the role it deploys with, also when the run has it already. The role cannot be named before it exists.
        new Statement("Itself", "sts:AssumeRole")
        {
            Principal = Principal.Aws(account.Root),
            Conditions = [new Condition("ArnEquals", "aws:PrincipalArn", Output.Format($"arn:{account.Partition}:iam::{account.Id}:role/{args.RoleName}"))],
        });

    private void Check(DeployRoleArgs args)
    {
        var problems = new List<string>();
        if (args.Repository.Split('/') is not [{ Length: > 0 } owner, { Length: > 0 } repository] || (owner + repository).Any(c => !IsPlain(c)))
        {
            problems.Add($"repository is '{args.Repository}', but must be one repository as owner/name; a pattern would let others in.");
        }

        if (args.Environment.Length == 0 || args.Environment.Any(c => !IsPlain(c)))
        {
            problems.Add($"environment is '{args.Environment}', but must be the name of one environment.");
        }

        if (args.Actions.FirstOrDefault(action => action.Contains('*', StringComparison.Ordinal)) is { } pattern)
        {
            problems.Add($"actions has '{pattern}', but must name each action; a pattern grants what AWS invents tomorrow.");
        }

        if (args.Regions.Count == 0 || args.PassesTo.Count == 0)
        {
            problems.Add("regions and passesTo must name one each at least.");
        }

        this.Require(problems);
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
