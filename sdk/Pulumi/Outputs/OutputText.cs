namespace Pulumi;

/// <summary>What somebody gets who turns an output into a string.</summary>
internal static class OutputText
{
    private const string Text =
        "This is an Output<T> that was turned into a string, not its value, which may not be there yet. "
        + "Write Output.Format($\"...{output}...\") to put it into a text, or output.Apply(value => ...) to use it in code.";

    public static string Describe()
    {
        if (RunSettings.IsOn(Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING")))
        {
            throw new InvalidOperationException(Text);
        }

        if (Deployment.Current is not null)
        {
            Log.Warn(Text);
        }

        return Text;
    }
}
