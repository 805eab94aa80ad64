// Go: panics, fatal errors and the error documents of aws-lambda-go.

import StackTraces
import Testing

let goTraces: [Trace] = [
    Trace(
        "a panic",
        """
        panic: runtime error: index out of range [3] with length 2

        goroutine 1 [running]:
        main.(*Repo).Find(0xc0000140a0, {0x4b2c1f, 0x5})
        \t/build/cmd/orders/repo.go:28 +0x1d
        main.handler({0x7f0, 0x1}, 0x3)
        \t/build/cmd/orders/main.go:12 +0x85
        reflect.Value.call({0x5f5, 0x8})
        \t/usr/local/go/src/reflect/value.go:596 +0xca6
        github.com/aws/aws-lambda-go/lambda.Start(...)
        \t/root/go/pkg/mod/github.com/aws/aws-lambda-go@v1.47.0/lambda/entry.go:32
        exit status 2
        """,
        """
        panic: runtime error: index out of range [3] with length 2
        * main.(*Repo).Find /build/cmd/orders/repo.go:28
        * main.handler /build/cmd/orders/main.go:12
        - reflect.Value.call /usr/local/go/src/reflect/value.go:596
        - github.com/aws/aws-lambda-go/lambda.Start /root/go/pkg/mod/github.com/aws/aws-lambda-go@v1.47.0/lambda/entry.go:32
        """),
    Trace(
        "a nil pointer, with the signal and the frames of the panic",
        """
        panic: runtime error: invalid memory address or nil pointer dereference
        [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x48f1a0]

        goroutine 18 [running]:
        panic({0x4a1b20?, 0x563a70?})
        \t/usr/local/go/src/runtime/panic.go:884 +0x213
        example.com/shop/order.Load(...)
        \t/src/order/load.go:7
        created by main.main in goroutine 1
        \t/src/main.go:9 +0x2f
        """,
        """
        panic: runtime error: invalid memory address or nil pointer dereference
        - panic /usr/local/go/src/runtime/panic.go:884
        * example.com/shop/order.Load /src/order/load.go:7
        * main.main /src/main.go:9
        """),
    Trace(
        "a recovered panic that went on",
        """
        panic: stock gone [recovered]
        \tpanic: stock gone

        goroutine 1 [running]:
        main.handler()
        \t/src/main.go:12 +0x85
        """,
        """
        panic: stock gone
        > panic: stock gone
        * main.handler /src/main.go:12
        """),
    Trace(
        "a fatal error, the first goroutine only",
        """
        fatal error: all goroutines are asleep - deadlock!

        goroutine 1 [chan receive]:
        main.wait(0x0)
        \t/src/main.go:3 +0x1
        goroutine 5 [select]:
        main.other()
        \t/src/other.go:4 +0x2
        """,
        """
        fatal error: all goroutines are asleep - deadlock!
        * main.wait /src/main.go:3
        """),
    Trace(
        "a value of a type of its own",
        """
        panic: main.OrderError{ID:17, Reason:"gone"}

        goroutine 1 [running]:
        main.handler()
        \t/src/vendor/example.com/x/y.go:12 +0x85
        """,
        """
        panic: main.OrderError{ID:17, Reason:"gone"}
        - main.handler /src/vendor/example.com/x/y.go:12
        """),
    Trace(
        "a goroutine's dump whose heading came as an event of its own",
        """
        goroutine 1 [running]:
        main.f(0x1)
        \t/src/f.go:28 +0x1d
        """,
        """
        panic:\u{20}
        * main.f /src/f.go:28
        """),
    Trace(
        "a returned error",
        #"2026/03/12 09:14:05 {"errorMessage":"stock gone","errorType":"errorString"}"#,
        "errorString: stock gone"),
    Trace(
        "a panic's document",
        #"2026/03/12 09:14:05 {"errorMessage":"index out of range [3]","errorType":"boundsError","stackTrace":[{"path":"github.com/aws/aws-lambda-go@v1.47.0/lambda/panic.go","line":42,"label":"lambdaPanicResponse"},{"path":"orders/main.go","line":28,"label":"handler"}]}"#,
        """
        boundsError: index out of range [3]
        - lambdaPanicResponse github.com/aws/aws-lambda-go@v1.47.0/lambda/panic.go:42
        * handler orders/main.go:28
        """),
]

@Test(arguments: goTraces)
func `an error of Go is read`(trace: Trace) { check(trace, trace.name == "a returned error" ? nil : .go) }
