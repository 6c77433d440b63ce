using Platform.Engine.Declared;
using Platform.Engine.Monitor;
using Platform.Graph;

namespace Platform.Engine.Validation;

/// <summary>Says what the providers would refuse, all of it at once.</summary>
internal static class ProviderCheck
{
    /// <summary>Logs every finding about the resources of a run and returns those for which a provider would refuse one.</summary>
    public static IReadOnlyList<string> Run(Session session, TypeKnowledge types)
    {
        var shapes = new ShapeCheck(types);
        var refused = new List<string>();
        foreach (var registration in session.Registrations.Where(registration => registration is { Custom: true, External: false }).OrderBy(registration => registration.Urn, StringComparer.Ordinal))
        {
            var (type, inputs) = (registration.Type, registration.Inputs);
            var findings = shapes.Check(type, registration.Settings.Version, inputs)
                .Concat(AwsRules.Embedded.Check(type, inputs, session.Marks));
            foreach (var (severity, path, reason) in findings)
            {
                var message = $"{type} '{registration.Name}': {path} {reason}";
                session.Log(severity, message, registration.Urn);
                if (severity == Severity.Error)
                {
                    refused.Add(message);
                }
            }
        }

        return refused;
    }
}
