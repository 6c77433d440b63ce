using System.Runtime.InteropServices;

namespace Platform.Cli;

/// <summary>Turns the signals that end a process into one cancellation, so that nothing this command started outlives it.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _exitCode;

    /// <summary>Listens to Ctrl-C and, where the system knows it, to SIGTERM and a closed terminal.</summary>
    public Interruption()
    {
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Handle(signal, Cli.ExitCode.Interrupted)));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Handle(signal, Cli.ExitCode.Terminated)));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => Handle(signal, Cli.ExitCode.Terminated)));
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>How to end after a signal; <c>null</c> while there was none.</summary>
    public ExitCode? ExitCode => _exitCode == 0 ? null : (ExitCode)_exitCode;

    /// <summary>Stops as a signal would.</summary>
    public void Interrupt(ExitCode exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, (int)exitCode, 0) == 0)
        {
            _source.Cancel();
        }
    }

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void Handle(PosixSignalContext signal, ExitCode exitCode)
    {
        // The first signal ends the work in order; whoever asks twice gets the system's way at once.
        signal.Cancel = ExitCode is null;
        Interrupt(exitCode);
    }
}
