#include "core/http/Message.h"

#include <unistd.h>

namespace atelier::http {

namespace {

std::string_view firstValue(const Fields &fields, std::string_view name)
{
    for (const auto &[key, value] : fields)
        if (key == name)
            return value;
    return {};
}

} // namespace

std::string_view name(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    case Method::Other:
        break;
    }
    return "OTHER";
}

std::string_view Request::header(std::string_view lowerCaseName) const
{
    return firstValue(headers, lowerCaseName);
}

std::string_view Request::parameter(std::string_view queryKey) const
{
    return firstValue(query, queryKey);
}

std::string_view Response::header(std::string_view lowerCaseName) const
{
    return firstValue(headers, lowerCaseName);
}

FileRegion::FileRegion(int descriptor, std::uint64_t offset, std::uint64_t length)
    : m_descriptor(descriptor)
    , m_offset(offset)
    , m_length(length)
{
}

FileRegion::~FileRegion()
{
    close(m_descriptor);
}

} // namespace atelier::http
