using Platform.Cli.Render;
using Platform.Engine;

namespace Platform.Cli.Planning;

/// <summary>Shows the engine's signs of life: every phase, and every tenth resource.</summary>
internal sealed class PlanProgressLine(ProgressLine line, string stack) : IProgress<PlanProgress>
{
    private const int Step = 10;

    private readonly Lock _lock = new();
    private int _shown = -Step;

    public void Report(PlanProgress value)
    {
        // Registrations are reported by many threads, and not in order.
        lock (_lock)
        {
            if (value.Phase != PlanPhase.Running)
            {
                line.Show(value.Phase == PlanPhase.Building ? "building the program…" : $"planning {stack}: sorting {value.Resources} resources…");
            }
            else if (value.Resources >= _shown + Step)
            {
                _shown = value.Resources;
                line.Show($"planning {stack}: {value.Resources} resources…");
            }
        }
    }
}
