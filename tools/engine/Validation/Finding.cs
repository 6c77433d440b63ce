using Platform.Graph;

namespace Platform.Engine.Validation;

/// <summary>Something wrong with the inputs of one resource.</summary>
/// <param name="Severity"><see cref="Severity.Error"/> if the provider would refuse the resource for it.</param>
/// <param name="Path">The input, as the provider names it: <c>ingress[0].fromPort</c>.</param>
/// <param name="Reason">What is wrong, and what would be right.</param>
internal sealed record Finding(Severity Severity, string Path, string Reason);
