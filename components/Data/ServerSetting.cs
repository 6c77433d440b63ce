namespace Platform.Components.Data;

/// <summary>One setting of a server that differs from what AWS sets.</summary>
/// <param name="Name">Its name, as the server knows it.</param>
/// <param name="Value">Its value.</param>
/// <param name="NeedsRestart">Whether a running server takes it only when it starts.</param>
internal sealed record ServerSetting(string Name, string Value, bool NeedsRestart = false);
