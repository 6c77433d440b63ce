using Platform.Components.Compute;

namespace Platform.Components.Data.Postgres;

/// <summary>
/// What whoever uses a Postgres needs of it, whether it is an instance of RDS or a cluster of Aurora: an environment changes from one to the
/// other by one line.
/// </summary>
public interface IPostgres
{
    /// <summary>The right to connect to what takes writes, to hand to a service.</summary>
    Connection Connection { get; }

    /// <summary>The right to connect to what is read from, told as <c>READER_HOST</c> and so on; null where there is none.</summary>
    Connection? Readers { get; }

    /// <summary>Address and port of what takes writes.</summary>
    Output<string> Endpoint { get; }

    /// <summary>Where name and password of the master user are stored.</summary>
    Output<string> SecretArn { get; }

    /// <summary>ARN to hand to a backup plan.</summary>
    Output<string> Arn { get; }

    /// <summary>Its name in RDS, known before it exists.</summary>
    string PhysicalName { get; }
}
