using Platform.Stacks.Settings;

namespace Platform.Infra.Settings;

/// <summary>The blocks of settings about the account and what it has once.</summary>
internal static class AccountBlocks
{
    /// <summary>The role that deploys; it must be one of the accounts that may be touched, when those are named.</summary>
    public static string? AssumeRole(Section? section, IReadOnlyList<string> accounts)
    {
        if (section is null)
        {
            return null;
        }

        var role = section.Text("assumeRole", "the ARN of the role that deploys, such as arn:aws:iam::111122223333:role/deploy", Forms.IsRoleArn);
        if (section.IsSound("assumeRole") && accounts.Count > 0 && !accounts.Contains(role.Split(':')[4]))
        {
            section.Refuse("assumeRole", $"is '{role}', but aws:allowedAccountIds is {string.Join(", ", accounts)}; set a role of such an account");
        }

        return role;
    }

    /// <summary>The most that any role of the environment may do; a policy of one of the accounts that may be touched.</summary>
    public static string? Boundary(Section? section, IReadOnlyList<string> accounts)
    {
        const string key = "permissionsBoundary";
        var policy = section?.OptionalText(
            key, "the ARN of the policy that limits every role, such as arn:aws:iam::111122223333:policy/platform-boundary", Forms.IsPolicyArn);
        if (policy is not null && section!.IsSound(key) && accounts.Count > 0 && !accounts.Contains(policy.Split(':')[4]))
        {
            section.Refuse(key, $"is '{policy}', but aws:allowedAccountIds is {string.Join(", ", accounts)}; set a policy of such an account");
        }

        return policy;
    }

    /// <summary>Which stack makes what the account has once, and what is made by nobody.</summary>
    public static BaselineSettings Baseline(Section section)
    {
        var owner = section.Text("owner", "the stack that makes what the account has once, such as prod", Forms.IsTag);
        var adopt = Pieces(section.OptionalBlock("adopt"), "its name, or who made it");
        var skip = Pieces(section.OptionalBlock("skip"), "the reason to do without it");
        foreach (var both in adopt.Keys.Intersect(skip.Keys))
        {
            section.Refuse("skip", $"names {both}, and so does adopt; choose one");
        }

        return new BaselineSettings(owner, adopt, skip);
    }

    /// <summary>What the environment may cost, and who is told.</summary>
    public static CostSettings Cost(Section section) => new(
        section.Whole("monthlyBudgetUsd", 1, 1_000_000),
        section.Texts("notify", "1 to 10 mail addresses such as shop-team@example.com", Forms.IsMailAddress));

    private static Dictionary<string, string> Pieces(Section? section, string form) => section is null ? [] : BaselineSettings.Pieces
        .Select(piece => (piece, text: section.OptionalText(piece, form, text => text.Trim().Length > 0)))
        .Where(entry => entry.text is not null)
        .ToDictionary(entry => entry.piece, entry => entry.text!);
}
