namespace Platform.Components;

/// <summary>Argument checks that name the component, the argument, the value and the way out, and tie the error to the resource.</summary>
internal static class Checks
{
    extension(ComponentResource self)
    {
        /// <summary>The value, if it lies in the range.</summary>
        public int InRange(string argument, int value, int min, int max) =>
            value >= min && value <= max ? value : throw self.Refusal($"{argument} is {value}, but must be {min} to {max}.");

        /// <summary>The value, if it is one of a few.</summary>
        public int OneOf(string argument, int value, IReadOnlyCollection<int> allowed) =>
            allowed.Contains(value)
                ? value
                : throw self.Refusal($"{argument} is {value}, but must be one of {string.Join(", ", allowed)}.");

        /// <summary>Goes on only if <paramref name="sound"/>.</summary>
        public void Require(bool sound, string otherwise)
        {
            if (!sound)
            {
                throw self.Refusal(otherwise);
            }
        }

        // The sentence says who, what and the way out; the names of an exception and of our methods would only stand before it.
        private ResourceException Refusal(string sentence) =>
            new($"{self.GetType().Name} '{self.GetResourceName()}': {sentence}", self, hideStack: true);
    }
}
