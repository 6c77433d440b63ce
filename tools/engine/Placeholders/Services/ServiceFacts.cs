using System.Text;

namespace Platform.Engine.Placeholders.Services;

/// <summary>Parts of forms that depend on what the program gave.</summary>
internal static class ServiceFacts
{
    /// <summary>The part a slot stands for; <c>null</c> if the slot is no such part, a <c>null</c> text if it cannot be told.</summary>
    public static Fact? Find(string slot, string path, Subject subject, Forms forms) => slot switch
    {
        "balancer" => new(Balancer(subject)),
        "balancerDns" => new(BalancerDns(path, subject, forms)),
        "enginePort" => new(EnginePort(subject.GivenText("engine"))),
        "fifo" => new(subject.GivenText("fifoQueue") == "true" || subject.GivenText("fifoTopic") == "true" ? ".fifo" : ""),
        "wafScope" => new(subject.GivenText("scope") == "CLOUDFRONT" ? "global" : "regional"),
        "dnsTop" => new(DnsTop(path)),
        "endpointService" => new(EndpointService(forms.Text("serviceName"))),
        "ca" => new(Certificate(forms.Marked(path))),
        _ => null,
    };

    // The first word of a load balancer's ARN suffix (Elastic Load Balancing, Service Authorization Reference).
    private static string? Balancer(Subject subject) => !subject.IsGiven("loadBalancerType") ? "app" : subject.GivenText("loadBalancerType") switch
    {
        "application" => "app",
        "network" => "net",
        "gateway" => "gwy",
        _ => null,
    };

    // Application load balancers put the region first, network load balancers the service.
    private static string? BalancerDns(string path, Subject subject, Forms forms)
    {
        if (forms.Text("name") is not { } name || Balancer(subject) is not { } kind || subject.Scope is not { Region: { } region, DnsSuffix: { } suffix })
        {
            return null;
        }

        var inside = subject.GivenText("internal") == "true" ? "internal-" : "";
        var host = $"{inside}{name}-{forms.Marked(path)}";
        return kind == "net" ? $"{host}.elb.{region}.{suffix}" : $"{host}.{region}.elb.{suffix}";
    }

    // Default ports of the engines (Amazon RDS API reference, CreateDBInstance, Port).
    private static string? EnginePort(string? engine) => engine switch
    {
        null => null,
        _ when engine.Contains("postgres", StringComparison.Ordinal) => "5432",
        _ when engine.Contains("mysql", StringComparison.Ordinal) || engine is "mariadb" or "aurora" => "3306",
        _ when engine.StartsWith("oracle", StringComparison.Ordinal) => "1521",
        _ when engine.StartsWith("sqlserver", StringComparison.Ordinal) => "1433",
        _ when engine.StartsWith("db2", StringComparison.Ordinal) => "50000",
        _ => null,
    };

    // com.amazonaws.eu-west-1.ecr.dkr answers as dkr.ecr; a service of somebody else as the end of its own name.
    private static string? EndpointService(string? name) => name?.Split('.') switch
    {
        null => null,
        ["com", "amazonaws", _, .. var service] => string.Join('.', service.AsEnumerable().Reverse()),
        { } other => other[^1],
    };

    // A hosted zone has four name servers, one per top-level domain.
    private static string DnsTop(string path) => path.Contains("[1]", StringComparison.Ordinal) ? "net"
        : path.Contains("[2]", StringComparison.Ordinal) ? "org"
        : path.Contains("[3]", StringComparison.Ordinal) ? "co.uk"
        : "com";

    // No key behind it: enough for code that decodes it, useless for a connection.
    private static string Certificate(string mark) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"-----BEGIN CERTIFICATE-----\n{mark}\n-----END CERTIFICATE-----\n"));
}

/// <summary>A part of a form.</summary>
/// <param name="Text">The part; <c>null</c> if it cannot be told.</param>
internal readonly record struct Fact(string? Text);
