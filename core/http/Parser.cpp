#include "core/http/Parser.h"

namespace atelier::http {

namespace {

Method methodOf(boost::beast::http::verb verb)
{
    using Verb = boost::beast::http::verb;
    switch (verb) {
    case Verb::get:
        return Method::Get;
    case Verb::head:
        return Method::Head;
    case Verb::post:
        return Method::Post;
    case Verb::put:
        return Method::Put;
    case Verb::patch:
        return Method::Patch;
    case Verb::delete_:
        return Method::Delete;
    case Verb::options:
        return Method::Options;
    default:
        return Method::Other;
    }
}

bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase)
{
    return boost::beast::iequals({text.data(), text.size()}, {lowerCase.data(), lowerCase.size()});
}

} // namespace

void RequestParser::on_request_impl(
    boost::beast::http::verb verb, View, View target, int version, ErrorCode &)
{
    request.method = methodOf(verb);
    request.target.assign(target.data(), target.size());
    isHttp11 = version == 11;
}

void RequestParser::takeField(std::string name, std::string_view value)
{
    if (name == "host")
        ++m_hosts;
    else if (name == "expect")
        expectsContinue = equalsIgnoringCase(value, "100-continue");
    else if (name == "transfer-encoding" && (!equalsIgnoringCase(value, "chunked") || !isHttp11))
        m_hasOddEncoding = true;
    request.headers.emplace_back(std::move(name), value);
}

bool RequestParser::acceptHead()
{
    // Beast takes a body in an encoding that it does not know for no body at all: the next request would then
    // be read out of the middle of it.
    return !m_hasOddEncoding && (m_hosts == 1 || (!isHttp11 && m_hosts == 0));
}

void ResponseParser::takeField(std::string name, std::string_view value)
{
    if (name == "content-type")
        response.contentType = value;
    response.headers.emplace_back(std::move(name), value);
}

} // namespace atelier::http
