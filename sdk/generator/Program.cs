using Platform.SdkGenerator;

return Command.Run(args, Console.Out, Console.Error);
