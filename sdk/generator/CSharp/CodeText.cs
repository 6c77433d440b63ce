using System.Text;

namespace Platform.SdkGenerator.CSharp;

/// <summary>Lines of code. They end in a line feed on every system, so that the bytes are the same everywhere.</summary>
internal sealed class CodeText
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds lines; line ends within are made ours.</summary>
    public void Add(string lines) => _text.Append(lines.ReplaceLineEndings("\n")).Append('\n');

    public override string ToString() => _text.ToString();
}
