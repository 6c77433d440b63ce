namespace Platform.Engine.Projects;

/// <summary>What a setting was before it became a string.</summary>
internal enum ConfigShape
{
    Text,
    List,
    Map,
}

/// <summary>One setting as a program gets it.</summary>
/// <param name="Text">The string; JSON for lists and maps.</param>
/// <param name="Secret">Whether a secret is anywhere in it.</param>
/// <param name="Shape">What it was in the file.</param>
internal sealed record ConfigValue(string Text, bool Secret, ConfigShape Shape = ConfigShape.Text);
