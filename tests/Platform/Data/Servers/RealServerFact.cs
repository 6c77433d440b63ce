namespace Platform.Tests.Data.Servers;

/// <summary>A test that asks a real PostgreSQL; skipped, with the reason, where there is none.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}

/// <summary>A test that asks a real redis-server; skipped, with the reason, where there is none.</summary>
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip = RedisServer.Missing;
}
