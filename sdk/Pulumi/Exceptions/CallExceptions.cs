using System.Text;

namespace Pulumi;

/// <summary>A provider function that refused its arguments.</summary>
internal sealed class InvokeException(string token, IEnumerable<(string Property, string Reason)> failures)
    : Exception(FailureText.Of("Invoke", token, failures));

/// <summary>A resource's method that refused its arguments.</summary>
internal sealed class CallException(string token, IEnumerable<(string Property, string Reason)> failures)
    : Exception(FailureText.Of("Call", token, failures));

internal static class FailureText
{
    public static string Of(string what, string token, IEnumerable<(string Property, string Reason)> failures)
    {
        var text = new StringBuilder($"{what} of '{token}' failed: ");
        var separator = "";
        foreach (var (property, reason) in failures)
        {
            text.Append(separator).Append(reason);
            if (property.Length > 0)
            {
                text.Append(" (").Append(property).Append(')');
            }

            separator = "; ";
        }

        return text.ToString();
    }
}
