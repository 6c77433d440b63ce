using Platform.Components.Messaging;

namespace Platform.Stacks.Parts;

/// <summary>Work that can wait.</summary>
internal static class QueueParts
{
    extension(Site site)
    {
        /// <summary>A queue of work, and one of what failed.</summary>
        public WorkQueue Queue(string name) => new(name, new() { KeyArn = site.Keys.Data }, site.Here);
    }
}
