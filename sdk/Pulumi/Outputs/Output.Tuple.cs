namespace Pulumi;

/// <content>Tuples of two to eight outputs or inputs.</content>
public static partial class Output
{
    /// <summary>One output of the values of two inputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) =>
        Tuple(item1.ToOutput(), item2.ToOutput());

    /// <summary>One output of the values of two outputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        Output<(T1, T2)>.From(TupleAsync(item1, item2));

    /// <summary>One output of the values of three inputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    /// <summary>One output of the values of three outputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        Output<(T1, T2, T3)>.From(TupleAsync(item1, item2, item3));

    /// <summary>One output of the values of four inputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <param name="item4">The fourth of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    /// <typeparam name="T4">The type of the fourth value.</typeparam>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    /// <summary>One output of the values of four outputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <param name="item4">The fourth of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    /// <typeparam name="T4">The type of the fourth value.</typeparam>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4) =>
        Output<(T1, T2, T3, T4)>.From(TupleAsync(item1, item2, item3, item4));

    /// <summary>One output of the values of five inputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <param name="item4">The fourth of them.</param>
    /// <param name="item5">The fifth of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    /// <typeparam name="T4">The type of the fourth value.</typeparam>
    /// <typeparam name="T5">The type of the fifth value.</typeparam>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput());

    /// <summary>One output of the values of five outputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <param name="item4">The fourth of them.</param>
    /// <param name="item5">The fifth of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    /// <typeparam name="T4">The type of the fourth value.</typeparam>
    /// <typeparam name="T5">The type of the fifth value.</typeparam>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5) =>
        Output<(T1, T2, T3, T4, T5)>.From(TupleAsync(item1, item2, item3, item4, item5));

    /// <summary>One output of the values of six inputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <param name="item4">The fourth of them.</param>
    /// <param name="item5">The fifth of them.</param>
    /// <param name="item6">The sixth of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    /// <typeparam name="T4">The type of the fourth value.</typeparam>
    /// <typeparam name="T5">The type of the fifth value.</typeparam>
    /// <typeparam name="T6">The type of the sixth value.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6) =>
        Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput());

    /// <summary>One output of the values of six outputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <param name="item4">The fourth of them.</param>
    /// <param name="item5">The fifth of them.</param>
    /// <param name="item6">The sixth of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    /// <typeparam name="T4">The type of the fourth value.</typeparam>
    /// <typeparam name="T5">The type of the fifth value.</typeparam>
    /// <typeparam name="T6">The type of the sixth value.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6) =>
        Output<(T1, T2, T3, T4, T5, T6)>.From(TupleAsync(item1, item2, item3, item4, item5, item6));

    /// <summary>One output of the values of seven inputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <param name="item4">The fourth of them.</param>
    /// <param name="item5">The fifth of them.</param>
    /// <param name="item6">The sixth of them.</param>
    /// <param name="item7">The seventh of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    /// <typeparam name="T4">The type of the fourth value.</typeparam>
    /// <typeparam name="T5">The type of the fifth value.</typeparam>
    /// <typeparam name="T6">The type of the sixth value.</typeparam>
    /// <typeparam name="T7">The type of the seventh value.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7) =>
        Tuple(
            item1.ToOutput(), item2.ToOutput(), item3.ToOutput(),
            item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    /// <summary>One output of the values of seven outputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <param name="item4">The fourth of them.</param>
    /// <param name="item5">The fifth of them.</param>
    /// <param name="item6">The sixth of them.</param>
    /// <param name="item7">The seventh of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    /// <typeparam name="T4">The type of the fourth value.</typeparam>
    /// <typeparam name="T5">The type of the fifth value.</typeparam>
    /// <typeparam name="T6">The type of the sixth value.</typeparam>
    /// <typeparam name="T7">The type of the seventh value.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7) =>
        Output<(T1, T2, T3, T4, T5, T6, T7)>.From(TupleAsync(item1, item2, item3, item4, item5, item6, item7));

    /// <summary>One output of the values of eight inputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <param name="item4">The fourth of them.</param>
    /// <param name="item5">The fifth of them.</param>
    /// <param name="item6">The sixth of them.</param>
    /// <param name="item7">The seventh of them.</param>
    /// <param name="item8">The eighth of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    /// <typeparam name="T4">The type of the fourth value.</typeparam>
    /// <typeparam name="T5">The type of the fifth value.</typeparam>
    /// <typeparam name="T6">The type of the sixth value.</typeparam>
    /// <typeparam name="T7">The type of the seventh value.</typeparam>
    /// <typeparam name="T8">The type of the eighth value.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4,
        Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8) =>
        Tuple(
            item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(),
            item5.ToOutput(), item6.ToOutput(), item7.ToOutput(), item8.ToOutput());

    /// <summary>One output of the values of eight outputs.</summary>
    /// <param name="item1">The first of them.</param>
    /// <param name="item2">The second of them.</param>
    /// <param name="item3">The third of them.</param>
    /// <param name="item4">The fourth of them.</param>
    /// <param name="item5">The fifth of them.</param>
    /// <param name="item6">The sixth of them.</param>
    /// <param name="item7">The seventh of them.</param>
    /// <param name="item8">The eighth of them.</param>
    /// <typeparam name="T1">The type of the first value.</typeparam>
    /// <typeparam name="T2">The type of the second value.</typeparam>
    /// <typeparam name="T3">The type of the third value.</typeparam>
    /// <typeparam name="T4">The type of the fourth value.</typeparam>
    /// <typeparam name="T5">The type of the fifth value.</typeparam>
    /// <typeparam name="T6">The type of the sixth value.</typeparam>
    /// <typeparam name="T7">The type of the seventh value.</typeparam>
    /// <typeparam name="T8">The type of the eighth value.</typeparam>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8) =>
        Output<(T1, T2, T3, T4, T5, T6, T7, T8)>.From(TupleAsync(item1, item2, item3, item4, item5, item6, item7, item8));

    private static async ValueTask<OutputData<(T1, T2)>> TupleAsync<T1, T2>(Output<T1> item1, Output<T2> item2)
    {
        var first = await item1.GetDataAsync().ConfigureAwait(false);
        var second = await item2.GetDataAsync().ConfigureAwait(false);
        return first.Combine(second).With((first.Value, second.Value));
    }

    private static async ValueTask<OutputData<(T1, T2, T3)>> TupleAsync<T1, T2, T3>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3)
    {
        var head = await TupleAsync(item1, item2).ConfigureAwait(false);
        var last = await item3.GetDataAsync().ConfigureAwait(false);
        return head.Combine(last).With((head.Value.Item1, head.Value.Item2, last.Value));
    }

    private static async ValueTask<OutputData<(T1, T2, T3, T4)>> TupleAsync<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
    {
        var head = await TupleAsync(item1, item2, item3).ConfigureAwait(false);
        var last = await item4.GetDataAsync().ConfigureAwait(false);
        return head.Combine(last).With((head.Value.Item1, head.Value.Item2, head.Value.Item3, last.Value));
    }

    private static async ValueTask<OutputData<(T1, T2, T3, T4, T5)>> TupleAsync<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5)
    {
        var head = await TupleAsync(item1, item2, item3, item4).ConfigureAwait(false);
        var last = await item5.GetDataAsync().ConfigureAwait(false);
        return head.Combine(last).With((head.Value.Item1, head.Value.Item2, head.Value.Item3, head.Value.Item4, last.Value));
    }

    private static async ValueTask<OutputData<(T1, T2, T3, T4, T5, T6)>> TupleAsync<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6)
    {
        var head = await TupleAsync(item1, item2, item3, item4, item5).ConfigureAwait(false);
        var last = await item6.GetDataAsync().ConfigureAwait(false);
        return head.Combine(last).With((
            head.Value.Item1, head.Value.Item2,
            head.Value.Item3, head.Value.Item4, head.Value.Item5, last.Value));
    }

    private static async ValueTask<OutputData<(T1, T2, T3, T4, T5, T6, T7)>> TupleAsync<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7)
    {
        var head = await TupleAsync(item1, item2, item3, item4, item5, item6).ConfigureAwait(false);
        var last = await item7.GetDataAsync().ConfigureAwait(false);
        return head.Combine(last).With((
            head.Value.Item1, head.Value.Item2, head.Value.Item3,
            head.Value.Item4, head.Value.Item5, head.Value.Item6, last.Value));
    }

    private static async ValueTask<OutputData<(T1, T2, T3, T4, T5, T6, T7, T8)>> TupleAsync<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
    {
        var head = await TupleAsync(item1, item2, item3, item4, item5, item6, item7).ConfigureAwait(false);
        var last = await item8.GetDataAsync().ConfigureAwait(false);
        return head.Combine(last).With((
            head.Value.Item1, head.Value.Item2, head.Value.Item3,
            head.Value.Item4, head.Value.Item5, head.Value.Item6, head.Value.Item7, last.Value));
    }
}
