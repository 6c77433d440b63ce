using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The resources a value depends on: almost always none or one, so neither costs more than a reference.</summary>
internal readonly struct ResourceSet
{
    // From here on a hash set beats comparing every pair.
    private const int LinearLimit = 8;

    private readonly object? _items;   // null, one Resource, or a Resource[] without duplicates

    private ResourceSet(object? items) => _items = items;

    public bool IsEmpty => _items is null;

    public int Count => _items switch
    {
        null => 0,
        Resource[] many => many.Length,
        _ => 1,
    };

    public static ResourceSet Of(Resource resource) => new(resource);

    public static ResourceSet Of(IReadOnlyCollection<Resource> resources)
    {
        var unique = new HashSet<Resource>(resources);
        return unique.Count switch
        {
            0 => default,
            1 => new(unique.First()),
            _ => new(unique.ToArray()),
        };
    }

    public ResourceSet Union(ResourceSet other)
    {
        if (other._items is null || ReferenceEquals(_items, other._items))
        {
            return this;
        }

        if (_items is null)
        {
            return other;
        }

        if (Count + other.Count > LinearLimit)
        {
            var all = new HashSet<Resource>();
            AddTo(all);
            other.AddTo(all);
            return all.Count == Count ? this : new(all.ToArray());
        }

        Span<int> fresh = stackalloc int[LinearLimit];
        var added = 0;
        for (var i = 0; i < other.Count; i++)
        {
            if (!Contains(other[i]))
            {
                fresh[added++] = i;
            }
        }

        if (added == 0)
        {
            return this;
        }

        var union = new Resource[Count + added];
        for (var i = 0; i < Count; i++)
        {
            union[i] = this[i];
        }

        for (var i = 0; i < added; i++)
        {
            union[Count + i] = other[fresh[i]];
        }

        return new(union);
    }

    public Resource this[int index] => _items is Resource[] many ? many[index] : (Resource)_items!;

    public void AddTo(ISet<Resource> target)
    {
        for (var i = 0; i < Count; i++)
        {
            target.Add(this[i]);
        }
    }

    public ImmutableHashSet<Resource> ToImmutableHashSet()
    {
        var set = ImmutableHashSet.CreateBuilder<Resource>();
        AddTo(set);
        return set.ToImmutable();
    }

    private bool Contains(Resource resource)
    {
        for (var i = 0; i < Count; i++)
        {
            if (ReferenceEquals(this[i], resource))
            {
                return true;
            }
        }

        return false;
    }
}
