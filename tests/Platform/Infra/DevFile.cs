namespace Platform.Tests.Infra;

/// <summary>The configuration of <c>Pulumi.dev.yaml</c> as the engine hands it over: blocks and lists as JSON.</summary>
internal static class DevFile
{
    public static Dictionary<string, string> Config => new()
    {
        ["aws:region"] = "eu-west-1",
        ["aws:allowedAccountIds"] = """["111122223333"]""",
        ["platform:baseline"] = """{"owner":"dev"}""",
        ["platform:cost"] = """{"monthlyBudgetUsd":250,"notify":["shop-team@example.com"]}""",
        ["platform:ownership"] = """{"owner":"shop-team","costCentre":"cc-1042","dataClass":"internal"}""",
        ["platform:domain"] = """{"name":"dev.shop.example.com","zone":"dev.shop.example.com","hostedZoneId":"Z0123456789ABCDEFGHIJ"}""",
        ["platform:workingHours"] = """{"from":"06:00","to":"19:00"}""",
        ["platform:network"] = """{"cidr":"10.20.0.0/16","zones":2,"nat":"instance","natImage":"ami-0123456789abcdef0"}""",
        ["platform:entry"] = """{"allowFrom":["203.0.113.0/24"]}""",
        ["platform:cache"] = """{"version":"8.1","nodeType":"cache.t4g.micro"}""",
        ["platform:database"] = """{"version":17,"instanceClass":"db.t4g.micro","storageGiB":20,"maxStorageGiB":100}""",
        ["platform:app"] = $$"""{"image":"{{Given.Image}}","cpu":256,"memory":512,"minTasks":1,"maxTasks":3}""",
    };

    /// <summary>The configuration with one key set to something else; null takes it away.</summary>
    public static Dictionary<string, string> With(string key, string? value)
    {
        var config = Config;
        config.Remove(key);
        if (value is not null)
        {
            config[key] = value;
        }

        return config;
    }
}
