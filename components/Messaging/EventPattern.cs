using Platform.Components.Identity;

namespace Platform.Components.Messaging;

/// <summary>Which events of AWS a rule takes, as EventBridge reads it: an event fits when each member has one of the values named for it.</summary>
internal static class EventPattern
{
    /// <param name="sources">Services that tell, such as <c>aws.rds</c>.</param>
    /// <param name="types">What they call the kind of event.</param>
    /// <param name="detail">Members of the event's own part, with what they may be.</param>
    public static string Of(IReadOnlyList<string> sources, IReadOnlyList<string> types, params (string Member, IReadOnlyList<string> Values)[] detail) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            Write("source", sources);
            Write("detail-type", types);
            if (detail.Length > 0)
            {
                json.WriteStartObject("detail");
                foreach (var (member, values) in detail)
                {
                    Write(member, values);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();

            void Write(string member, IReadOnlyList<string> values)
            {
                json.WriteStartArray(member);
                foreach (var value in values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }
        });
}
