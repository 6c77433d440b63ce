using Platform.SdkGenerator;

return Command.Run(args, Directory.GetCurrentDirectory(), Console.Out, Console.Error);
