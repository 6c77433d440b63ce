using System.Collections.Immutable;
using System.Text.Json;

namespace Platform.Tests.Workloads.Pods;

public class SecretFilesTests
{
    [Fact]
    public async Task Fetches_secrets_with_the_identity_of_the_pod()
    {
        var secrets = (await GivenWorkload.Run()).Only("SecretProviderClass");

        Assert.Equal("secrets-store.csi.x-k8s.io/v1", secrets["apiVersion"]);
        Assert.Equal("aws", secrets["spec.provider"]);
        Assert.Equal("true", secrets["spec.parameters.usePodIdentity"]);
        Assert.Equal("eu-west-1", secrets["spec.parameters.region"]);
    }

    [Fact]
    public async Task Names_a_file_for_each_secret_and_takes_one_key_where_one_is_meant()
    {
        var objects = JsonElement.Parse((string)(await GivenWorkload.Run()).Only("SecretProviderClass")["spec.parameters.objects"]!);

        Assert.Equal("arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-AbCdEf", objects[0].GetProperty("objectName").GetString());
        Assert.Equal("password", objects[0].GetProperty("jmesPath")[0].GetProperty("path").GetString());
        Assert.Equal("DB_PASSWORD", objects[0].GetProperty("jmesPath")[0].GetProperty("objectAlias").GetString());
        Assert.Equal("LICENCE", objects[1].GetProperty("objectAlias").GetString());
    }

    [Theory]
    [InlineData("Deployment")]
    [InlineData("Job")]
    public async Task Tells_the_program_where_a_secret_is_and_never_what(string kind)
    {
        var sandbox = await GivenWorkload.Run();

        var environment = ((ImmutableArray<object>)sandbox.Only(kind)["spec.template.spec.containers.0.env"]!).Cast<ImmutableDictionary<string, object>>()
            .ToDictionary(variable => (string)variable["name"], variable => variable.GetValueOrDefault("value"));
        Assert.Equal("/mnt/secrets/DB_PASSWORD", environment["DB_PASSWORD_FILE"]);
        Assert.Equal("/mnt/secrets/LICENCE", environment["LICENCE_FILE"]);
        Assert.Equal("orders.example", environment["DB_HOST"]);
        Assert.Equal("eu-west-1", environment["REGION"]);
        Assert.DoesNotContain("DB_PASSWORD", environment.Keys);
        Assert.DoesNotContain(sandbox.Registered, resource => resource.Type == "kubernetes:core/v1:Secret");
    }

    [Fact]
    public async Task Mounts_them_read_only()
    {
        var deployment = (await GivenWorkload.Run()).Only("Deployment");

        Assert.Equal("secrets-store.csi.k8s.io", deployment["spec.template.spec.volumes.1.csi.driver"]);
        Assert.Equal("orders", deployment["spec.template.spec.volumes.1.csi.volumeAttributes.secretProviderClass"]);
        Assert.Equal("/mnt/secrets", deployment["spec.template.spec.containers.0.volumeMounts.1.mountPath"]);
        Assert.Equal(true, deployment["spec.template.spec.containers.0.volumeMounts.1.readOnly"]);
    }

    [Fact]
    public async Task Needs_no_driver_when_there_are_no_secrets()
    {
        var sandbox = await GivenWorkload.Run(settings => settings.Uses = []);

        Assert.Empty(sandbox.Of("SecretProviderClass"));
        Assert.DoesNotContain(sandbox.Registered, resource => resource is { Type: "aws:iam/rolePolicy:RolePolicy", Name: "orders" });
    }
}
