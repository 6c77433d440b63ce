using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Tests.Data.Servers;

namespace Platform.Tests.Data.Functions;

/// <summary>The functions that work on data, run by a real Python with services that remember what they were asked.</summary>
public partial class FunctionTests
{
    [PythonFact]
    public async Task The_rotation_of_a_password_does_each_step_once_and_refuses_strangers()
    {
        var tests = Path.Combine(Repository.Root, "tests", "Platform", "Data", "Functions", "password_rotation_test.py");
        var function = Path.Combine(Repository.Root, "components", "Data", "Postgres", "Credentials", "password_rotation.py");

        var told = await Tool.Run("/usr/bin/env", $"FUNCTION={function}", "PYTHONDONTWRITEBYTECODE=1", "/bin/sh", "-c", $"exec {PythonFactAttribute.Program} '{tests}' 2>&1");

        Assert.EndsWith("OK", told.TrimEnd(), StringComparison.Ordinal);
        Assert.True(int.Parse(Count.Match(told).Groups[1].Value, CultureInfo.InvariantCulture) >= 22, told);
    }

    [GeneratedRegex("Ran ([0-9]+) tests")]
    private static partial Regex Count { get; }
}

/// <summary>A test that needs a Python; skipped, with the reason, where there is none.</summary>
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = Program is null ? "no python3 on the path: apt-get install python3" : null;

    public static string? Program { get; } = Tool.Find("python3");
}
