namespace Platform.Components.Data.Postgres.Upkeep;

/// <summary>What is the same for whatever RDS runs here, in its words.</summary>
internal static class RdsTerms
{
    /// <summary>Certificate authority of its TLS certificates, which RDS renews by itself under this one.</summary>
    public const string Authority = "rds-ca-rsa2048-g1";

    /// <summary>No support that is paid for by the hour once a version is no longer maintained: the version is raised instead.</summary>
    public const string NoExtendedSupport = "open-source-rds-extended-support-disabled";
}
