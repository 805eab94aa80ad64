import Foundation
import Pipeline
import Testing

/// What deployment files tell: names of functions, routes, the template of the access log.
@Suite struct ServiceFilesTests {
    private func described(_ files: [String: String], name: String) throws -> ServiceDescription {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("faultline-services-\(UUID().uuidString)")
        defer { _ = try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appendingPathComponent("service").appendingPathComponent(path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try serviceDescription([folder.appendingPathComponent("service/\(name)").path])
    }

    @Test func `a SAM template with short intrinsics`() throws {
        let text = """
            Transform: AWS::Serverless-2016-10-31
            Globals:
              Api:
                AccessLogSetting:
                  DestinationArn: !GetAtt AccessLogs.Arn
                  Format: '$context.requestId $context.status'
            Resources:
              CreateOrder:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: app.handler
                  Role: !Sub 'arn:aws:iam::${AWS::AccountId}:role/shop'
                  Events:
                    Post:
                      Type: Api
                      Properties: { Path: '/orders', Method: post, RestApiId: !Ref Api }
                    Nightly: { Type: Schedule, Properties: { Schedule: rate(1 day) } }
              ReadOrder:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: !Sub '${Stage}-read-order'
                  Events:
                    Get: { Type: HttpApi, Properties: { Path: '/orders/{id}', Method: any } }
            """
        let service = try described(["template.yaml": text], name: "template.yaml")
        #expect(service.routes.sorted() == ["ANY /orders/{id}", "POST /orders"])
        #expect(service.accessLogFormats == ["$context.requestId $context.status"])
        #expect(service.functionName("shop-prod-CreateOrder-1A2b3C4d5E6f") == "CreateOrder")
        #expect(service.functionName("prod-read-order") == "ReadOrder")
        #expect(service.functionName("shop-prod-CreateOrder-short") == nil)
        #expect(service.functionName("something-else") == nil)
    }

    @Test func `a CloudFormation template in JSON, as CDK writes it`() throws {
        let text = #"""
            {"Resources": {
              "Orders5F3A": {"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": {"Fn::Join": ["-", ["orders", {"Ref": "Stage"}]]}}},
              "Stage1": {"Type": "AWS::ApiGateway::Stage", "Properties": {"AccessLogSetting": {"Format": {"Fn::Sub": "${AWS::Region} $context.requestId $context.status"}}}},
              "Http": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {"AccessLogSettings": {"Format": "{\"id\":\"$context.requestId\"}"}}},
              "Route": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"RouteKey": "GET /users/{id}"}}
            }}
            """#
        let service = try described(["stack.template.json": text], name: "stack.template.json")
        #expect(service.routes == ["GET /users/{id}"])
        #expect(
            service.accessLogFormats == ["${AWS::Region} $context.requestId $context.status", #"{"id":"$context.requestId"}"#])
        #expect(service.functionName("orders-prod") == "Orders5F3A")
    }

    @Test func `a serverless file with variables and a part in another file`() throws {
        let main = """
            service: shop
            custom: { names: { reader: 'read-order' } }
            provider:
              name: aws
              stage: ${opt:stage, 'dev'}
              logs:
                restApi: { format: '$context.requestId $context.status' }
            functions: ${file(parts/functions.yml):functions}
            """
        let part = """
            functions:
              create:
                handler: src/create.handler
                events:
                  - http: { path: orders, method: post }
                  - schedule: rate(1 day)
              read:
                name: ${self:service}-${self:custom.names.reader}
                events: [ { httpApi: 'GET /orders/{id}' }, { httpApi: '*' } ]
            """
        let service = try described(["serverless.yml": main, "parts/functions.yml": part], name: "serverless.yml")
        #expect(service.routes.sorted() == ["GET /orders/{id}", "POST /orders"])
        #expect(service.accessLogFormats == ["$context.requestId $context.status"])
        #expect(service.functionName("shop-prod-create") == "create")
        #expect(service.functionName("shop-read-order") == "read")
        #expect(service.functionName("other-prod-create") == nil)
    }

    @Test(arguments: ["../secret.yml", "/etc/passwd", "link.yml"])
    func `nothing outside the folder of the file is opened`(path: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("faultline-services-\(UUID().uuidString)")
        defer { _ = try? FileManager.default.removeItem(at: folder) }
        let inner = folder.appendingPathComponent("service")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        let secret = folder.appendingPathComponent("secret.yml")
        try Data("stolen: { events: [ { httpApi: 'GET /stolen' } ] }".utf8).write(to: secret)
        try FileManager.default.createSymbolicLink(at: inner.appendingPathComponent("link.yml"), withDestinationURL: secret)
        let main = inner.appendingPathComponent("serverless.yml")
        try Data("service: shop\nfunctions: ${file(\(path))}\n".utf8).write(to: main)
        let service = try serviceDescription([main.path])
        #expect(service.functions.isEmpty)
        #expect(service.routes.isEmpty)
    }

    @Test(arguments: [
        ("just: a file\n", "neither a serverless.yml nor a SAM or CloudFormation template"), ("- a\n- list\n", "no map of keys"),
        ("a: [\n", "not YAML"),
    ])
    func `a file that is none of them is refused`(text: String, reason: String) {
        #expect {
            try described(["file.yml": text], name: "file.yml")
        } throws: { error in
            "\(error)".contains(reason)
        }
    }

    @Test func `a missing file is named`() {
        #expect {
            try serviceDescription(["/nowhere/serverless.yml"])
        } throws: { error in
            "\(error)" == "cannot read '/nowhere/serverless.yml' of services"
        }
    }
}
