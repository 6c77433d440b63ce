using System.Reflection;
using Platform.Components.Network;

namespace Platform.Tests;

/// <summary>What holds for every component, also for the one somebody adds tomorrow.</summary>
public class ComponentContractTests
{
    public static TheoryData<Type> Components =>
        [.. typeof(PrivateNetwork).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ComponentResource)))];

    public static TheoryData<Type> Arguments =>
        [.. typeof(PrivateNetwork).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ResourceArgs)))];

    [Theory, MemberData(nameof(Components))]
    public void Is_sealed_and_made_from_a_name_its_arguments_and_options(Type component)
    {
        Assert.True(component.IsSealed);
        Assert.Equal(
            ["System.String", component.FullName + "Args", "Pulumi.ComponentResourceOptions"],
            Assert.Single(component.GetConstructors()).GetParameters().Select(parameter => parameter.ParameterType.FullName));
    }

    [Theory, MemberData(nameof(Components))]
    public void Shows_values_and_never_its_children(Type component) => Assert.DoesNotContain(
        component.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly),
        property => property.PropertyType.IsAssignableTo(typeof(Resource)));

    [Theory, MemberData(nameof(Components))]
    public void Tells_the_tools_about_itself(Type component) => Assert.Contains(
        component.GetProperties(), property => property.GetCustomAttribute<OutputAttribute>()?.Name == "platform");

    [Theory, MemberData(nameof(Arguments))]
    public void Arguments_are_sealed_and_set_once(Type arguments)
    {
        Assert.True(arguments.IsSealed);
        Assert.All(
            arguments.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly),
            property => Assert.Contains(
                typeof(System.Runtime.CompilerServices.IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));
    }
}
